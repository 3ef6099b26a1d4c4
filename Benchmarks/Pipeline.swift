import ArticleReading
import Foundation
import LanguageAnalysis
import SourceText
import StanceGraphKit
import StanceOntology
import StanceReading

/// Words per second of each stage and of the whole way, and the most memory that was used.
///
/// `stancegraph-bench ARTICLES… [--rounds N]`: the articles are read N times (5). A word is what stands between
/// white space. Each figure is of the fastest round, since other work on the machine only slows one down.
@main
enum Pipeline {
  static func main() throws {
    var paths = Array(CommandLine.arguments.dropFirst())
    var rounds = 5
    if let option = paths.firstIndex(of: "--rounds"), option + 1 < paths.count {
      rounds = max(1, Int(paths[option + 1]) ?? rounds)
      paths.removeSubrange(option...(option + 1))
    }
    let articles = ArticleReader(ArticleList(paths)).compactMap { try? $0.get() }
    let words = articles.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count }
    guard words > 0 else {
      throw Diagnostic(
        .noInput, file: paths.first ?? "stancegraph-bench", problem: "there are no articles",
        remedy: "Name files or folders of articles.")
    }

    let clock = ContinuousClock()
    func fastest(_ work: () throws -> Void) rethrows -> Duration {
      var best = Duration.seconds(1 << 30)
      for _ in 0..<rounds { best = min(best, try clock.measure(work)) }
      return best
    }
    func report(_ stage: String, _ time: Duration) {
      let seconds = Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
      let rate = Int(Double(words) / max(seconds, 1e-9))
      print(
        "\(stage)\(String(repeating: " ", count: max(1, 44 - stage.count)))\(rate) words a second")
    }

    let reader = try Reader()
    let tokenizer = Tokenizer()
    let encoder = try Encoder(weights: try ResourceLocator.weights.locate())
    let stances = StanceReader(ontology: reader.ontology, tables: reader.tables)
    print("\(articles.count) articles, \(words) words, the fastest of \(rounds) rounds")

    let tokenised = articles.map { tokenizer.tokenize($0) }
    let tokens = fastest { for article in articles { _ = tokenizer.tokenize(article) } }
    let tags = fastest {
      for document in tokenised {
        var columns = document.0
        encoder.analyse(&columns, document.1)
      }
    }
    let documents = articles.map { reader.analyse($0).document }
    let analysis = fastest { for article in articles { _ = reader.analyse(article) } }
    let reading = fastest { for document in documents { _ = stances.read(document) } }
    report("tokens and sentences", tokens)
    report("encoder: tags, lemmas, parse, names", tags)
    report("links, quotations, coreference", max(.zero, analysis - tokens - tags))
    report("stances and relations", reading)

    let cores = ProcessInfo.processInfo.activeProcessorCount
    for jobs in cores > 1 ? [1, cores] : [1] {
      let time = try fastest {
        try Batch(reader: reader, jobs: jobs).read(articles.map { .success($0) }) { _ in }
      }
      report("text to statements, \(jobs) \(jobs == 1 ? "core" : "cores")", time)
    }
    if let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
    {
      print("most memory used\(String(repeating: " ", count: 28))\(kilobytes / 1024) MB")
    }
  }
}
