import Dispatch

let program = ProbeProgram()
program.run()
dispatchMain()
