import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A line on the terminal that says how far the work is; silent in a pipe.
struct Progress {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let total: Int?
  private let start = ContinuousClock.now
  private var shown = ContinuousClock.now
  private var articles = 0
  private var bytes = 0

  /// - Parameter total: the number of articles, where it is known.
  init(total: Int?) { self.total = total }

  mutating func add(bytes: Int) {
    articles += 1
    self.bytes += bytes
    guard isTerminal, articles == 1 || shown.duration(to: .now) > .milliseconds(200) else { return }
    shown = .now
    let seconds = start.duration(to: .now) / .seconds(1)
    let rate = Double(articles) / max(seconds, 0.001)
    var line = "\r\u{1B}[K\(articles)"
    if let total { line += " of \(total)" }
    line += " articles, \(rate < 10 ? String(format: "%.1f", rate) : String(Int(rate))) a second"
    if let total, total > articles {
      line += ", \(Int(Double(total - articles) / max(rate, 0.001)) + 1) s left"
    }
    FileHandle.standardError.write(Data(line.utf8))
  }

  /// Removes the line.
  func end() {
    if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
