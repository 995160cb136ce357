import Foundation

/// A web server over TLS on this computer, with a certificate of its own making: `openssl s_server` serving one folder of documents, or
/// Node.js for HTTP/2. Both are other people's programs: nil where they are not installed.
public final class LocalTLSServer {
  /// A certificate that signs itself, and its key, in files.
  public struct Certificate: Sendable {
    public var file: String
    var keyFile: String
  }

  public let port: Int
  private let process: Process

  /// Makes a certificate in `folder` for the names, as in `IP:127.0.0.1,DNS:localhost`; nil where there is no openssl.
  public static func certificate(in folder: String, for names: String) throws -> Certificate? {
    let name = UUID().uuidString
    let certificate = Certificate(file: "\(folder)/\(name).pem", keyFile: "\(folder)/\(name).key")
    let arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
      "/CN=khabar test", "-addext", "subjectAltName=\(names)", "-keyout", certificate.keyFile, "-out", certificate.file,
    ]
    let making = Process()
    making.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    making.arguments = ["openssl"] + arguments
    making.standardError = FileHandle.nullDevice
    making.standardOutput = FileHandle.nullDevice
    try making.run()
    making.waitUntilExit()
    return making.terminationStatus == 0 ? certificate : nil
  }

  /// Serves the files of `folder`; `options` are further ones of `openssl s_server`, such as `-tls1_1`.
  public static func files(in folder: String, certificate: Certificate, options: [String] = []) throws
    -> LocalTLSServer?
  {
    let arguments = [
      "s_server", "-accept", "127.0.0.1:0", "-cert", certificate.file, "-key", certificate.keyFile, "-WWW",
    ]
    return try LocalTLSServer(["openssl"] + arguments + options, in: folder)
  }

  /// Answers every request after a moment with one line: the protocol's version, the requests that ran at the same time at most, and the
  /// connections so far.
  public static func http2(certificate: Certificate) throws -> LocalTLSServer? {
    try LocalTLSServer(["node", "-e", http2Script, certificate.keyFile, certificate.file], in: "/")
  }

  private static let http2Script = """
    const fs = require('fs')
    let running = 0, most = 0, connections = 0
    const [keyFile, certificateFile] = process.argv.slice(-2)
    const options = { key: fs.readFileSync(keyFile), cert: fs.readFileSync(certificateFile), allowHTTP1: true }
    const server = require('http2').createSecureServer(options, (request, response) => {
      most = Math.max(most, ++running)
      setTimeout(() => { running--; response.end([request.httpVersion, most, connections].join(' ')) }, 50)
    })
    server.on('secureConnection', () => connections++)
    server.listen(0, '127.0.0.1', () => console.log('ACCEPT 127.0.0.1:' + server.address().port))
    """

  public func url(_ path: String, host: String = "127.0.0.1") -> String { "https://\(host):\(port)\(path)" }

  private init?(_ command: [String], in folder: String) throws {
    process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    // s_server ends at the end of its input.
    process.standardInput = Pipe()
    try process.run()
    var said = ""
    while !said.contains("ACCEPT ") || !said.hasSuffix("\n") {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else {
        process.waitUntilExit()
        return nil
      }
      said += String(decoding: data, as: UTF8.self)
    }
    guard let line = said.split(separator: "\n").first(where: { $0.hasPrefix("ACCEPT ") }),
      let port = line.split(separator: ":").last.flatMap({ Int($0) })
    else {
      process.terminate()
      return nil
    }
    self.port = port
    output.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
  }

  deinit { process.terminate() }
}
