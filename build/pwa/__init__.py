"""The app as a page: built from the packaged Flutter client and Pyodide, with nothing from any other host."""
