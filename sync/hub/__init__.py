"""The hub: hands out the app and passes sealed rows between phones; it holds no key and can read nothing."""
