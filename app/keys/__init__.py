"""The only package that ciphers: providers, seal, keyring, lock, enrolment."""
