"""What every Kith device and the relay agree on. README.md here is the specification."""
