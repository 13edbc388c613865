"""What people do with files: a copy to take along, a copy that is read, and changes passed by hand."""

from pathlib import Path
from typing import Final

from playwright.sync_api import expect

from e2e.at_the_table import AtTheTable

COPY_WORDS: Final = "garden teapot river candle boots"


class WithFiles(AtTheTable):
    def takes_a_copy(self, folder: Path, lock: str = COPY_WORDS) -> Path:
        """ "Take a copy with you", to the end; where the file is now."""
        self.opens_the_menu("Take a copy with you")
        sheet = self.sheet("Take a copy with you")
        self.presses("Use my own words", within=sheet)
        self.writes_in("Your own words", lock, within=sheet)
        with self.page.expect_download() as saving:
            self.presses("Save the copy", within=sheet)
        self.reads("The copy is saved on this tablet", within=sheet)
        self.presses("Done", within=sheet)
        return self._kept(saving.value.suggested_filename, saving.value.path(), folder)

    def saves_changes(self, folder: Path) -> Path:
        """ "Changes as a file", as far as the file."""
        self.opens_the_menu("Changes as a file")
        sheet = self.sheet("Changes as a file")
        with self.page.expect_download() as saving:
            self.presses("Save my changes", within=sheet)
        self.reads("Now open it on the other one", within=sheet)
        self.presses("Close", within=sheet)
        return self._kept(saving.value.suggested_filename, saving.value.path(), folder)

    def takes_in(self, file: Path, brings: str, lock: str = "") -> None:
        """A file of changes, or with its words a copy, into what is open here."""
        self.opens_the_menu("Changes as a file")
        sheet = self.sheet("Changes as a file")
        self.page.get_by_label("The file", exact=True).set_input_files(file)
        if lock:
            self.writes_in("The words that lock it", lock, within=sheet)
            self.presses("Look inside", within=sheet)
        self.reads(brings, within=sheet)
        self.presses("Take them in", within=sheet)
        self.reads("They are in.", within=sheet)
        self.presses("Close", within=sheet)

    def looks_into_a_copy(self, file: Path, lock: str = COPY_WORDS) -> None:
        """The door "Open a copy", up to what it holds."""
        self.presses("Open a copy")
        self.page.get_by_label("The file", exact=True).set_input_files(file)
        self.writes_in("The words that lock it", lock)
        self.presses("Look inside")

    def looks_into_a_copy_again(self, lock: str = COPY_WORDS) -> None:
        """With other words."""
        self.writes_in("The words that lock it", lock)
        self.presses("Look inside")

    def keeps_the_copy(self, unlock: str) -> None:
        """To be read on this device, which has kept nothing yet."""
        self.presses("Use my own words")
        self.writes_in("Your own words", unlock)
        self.presses("Keep it here to read")
        self.reads("This is a copy. It can be read, and nothing in it changes.")

    def _kept(self, name: str, path: Path, folder: Path) -> Path:
        assert name.rsplit("-", 3)[0] in {"copy", "changes"}
        assert name.endswith(".kith")
        kept = folder / f"{self.name} {name}"
        kept.write_bytes(path.read_bytes())
        expect(self.page.get_by_text(name)).to_have_count(0)
        return kept
