import ReaderApp
