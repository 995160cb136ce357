import Foundation
import ReaderApp

exit(await Launch.run(Array(CommandLine.arguments.dropFirst())))
