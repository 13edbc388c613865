"""Whole devices and a relay that may lie, in one process and from one seed: the same seed gives the same story."""
