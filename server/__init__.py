"""The relay: keeps sealed records and hands them on, and can read none of them."""
