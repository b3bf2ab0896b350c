"""The studio: people whom the organisation trusts lend their voices to her face, language by language."""
