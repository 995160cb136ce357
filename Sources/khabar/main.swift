#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import ReaderApp

exit(await Launch.run(Array(CommandLine.arguments.dropFirst())))
