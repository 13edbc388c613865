"""A package by name: a library that brings tests of its own (textstat does) would stand before a folder without one."""
