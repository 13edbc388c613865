"""What people do about their own lock: "How Kith opens here"."""

from typing import Final, TypedDict, cast

from playwright.sync_api import CDPSession, Locator, expect

from e2e.at_the_door import UNLOCK, AtTheDoor

OTHER_ANSWER: Final = """() => {
  const { getClientExtensionResults: told } = PublicKeyCredential.prototype
  PublicKeyCredential.prototype.getClientExtensionResults = function () {
    const results = told.call(this)
    new Uint8Array(results.prf.results.first)[0] ^= 1
    return results
  }
}"""


class Passkey(TypedDict):
    """As the developer tools tell it."""

    credentialId: str
    rpId: str
    userName: str


class Finger:
    """The developer tools' authenticator in place of a phone's own: it always says yes, and gives secrets (PRF)."""

    def __init__(self, tools: CDPSession) -> None:
        self._tools = tools
        tools.send("WebAuthn.enable")
        self._id = self._added()

    def passkeys(self) -> list[Passkey]:
        found = self._tools.send("WebAuthn.getCredentials", {"authenticatorId": self._id})
        return cast("list[Passkey]", found["credentials"])

    def forgets_all(self) -> None:
        """As a phone whose person has deleted the passkey."""
        self._tools.send("WebAuthn.clearCredentials", {"authenticatorId": self._id})

    def _added(self) -> str:
        options = {
            "protocol": "ctap2",
            "ctap2Version": "ctap2_1",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "hasPrf": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        return str(self._tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"])


class AtTheLock(AtTheDoor):
    def can_be_known_by_finger(self) -> Finger:
        """From now on this device knows its person by a finger."""
        return Finger(self.device.tools())

    def looks_at_how_it_opens(self) -> Locator:
        self.presses("More")
        self.presses("How Kith opens here", within=self.sheet("More"))
        return self.sheet("How Kith opens here")

    def changes_the_words(self, new: str, old: str | None = UNLOCK) -> None:
        """From "How Kith opens here". Without `old`: a finger stands for words that are forgotten."""
        self.presses("Change the words")
        sheet = self.sheet("Change the words")
        if old is None:
            self.touches(sheet.get_by_role("checkbox", name="I do not know them"))
        else:
            self.writes_in("The words that open it now", old, within=sheet)
        self.presses("Use my own words", within=sheet)
        self.writes_in("Your own words", new, within=sheet)
        self.presses("Use the new words", within=sheet)

    def adds_a_finger(self, unlock: str = UNLOCK) -> None:
        """From "How Kith opens here"."""
        self.presses("Use my finger or face too")
        sheet = self.sheet("Use my finger or face too")
        self.writes_in("The words that open it now", unlock, within=sheet)
        self.presses("Ask this phone now", within=sheet)

    def lets_the_phone_lock(self, unlock: str = UNLOCK) -> None:
        """From "How Kith opens here"."""
        self.presses("My phone locks itself")
        sheet = self.sheet("My phone locks itself")
        self.writes_in("The words that open it now", unlock, within=sheet)
        self.presses("Ask for no words", within=sheet)
        self.reads("Kith asks for no words here from now on.")

    def asks_for_words_again(self, new: str) -> None:
        """From "How Kith opens here"."""
        self.presses("Ask for words again")
        sheet = self.sheet("Ask for words again")
        self.presses("Use my own words", within=sheet)
        self.writes_in("Your own words", new, within=sheet)
        self.presses("Use these words", within=sheet)
        self.reads("These words open it from now on.")

    def opens_with_a_finger(self) -> None:
        self.sees_the_lock()
        self.presses("Use my finger or face")

    def has_another_answer(self) -> None:
        """On the page in front, one bit of the secret that the finger gives is another."""
        self.page.evaluate(OTHER_ANSWER)

    def is_not_offered(self, button: str, within: Locator) -> None:
        expect(within.get_by_role("button", name=button, exact=True)).to_have_count(0)
