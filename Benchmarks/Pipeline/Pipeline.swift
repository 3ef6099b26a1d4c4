import ArticleReading
import CMachine
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
    func seconds(_ time: Duration) -> Double {
      max(1e-9, Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds))
    }
    func show(_ what: String, _ value: Double) {
      let number = (value * 10).rounded() / 10
      print("\(what)\(String(repeating: " ", count: max(1, 44 - what.count)))\(number)")
    }
    func report(_ stage: String, _ time: Duration) {
      let rate = Int(Double(words) / seconds(time))
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
    let encoded = tokenised.reduce(0) { $0 + $1.0.count }
    let tags = fastest {
      for document in tokenised {
        var columns = document.0
        encoder.analyse(&columns, document.1)
      }
    }
    let products = fastest { Products.run(words: encoded) }
    let documents = articles.map { reader.analyse($0).document }
    let analysis = fastest { for article in articles { _ = reader.analyse(article) } }
    let reading = fastest { for document in documents { _ = stances.read(document) } }
    report("tokens and sentences", tokens)
    report("encoder: tags, lemmas, parse, names", tags)
    report("  of this, integer products alone", products)
    report("links, quotations, coreference", max(.zero, analysis - tokens - tags))
    report("stances and relations", reading)

    let cores = ProcessInfo.processInfo.activeProcessorCount
    for jobs in cores > 1 ? [1, cores] : [1] {
      let time = try fastest {
        try Batch(reader: reader, jobs: jobs).read(articles.map { .success($0) }) { _ in }
      }
      report("text to statements, \(jobs) \(jobs == 1 ? "core" : "cores")", time)
    }
    let before = machine_allocations()
    for article in articles { _ = reader.analyse(article) }
    show(
      "allocations per word, text to coreference",
      Double(machine_allocations() - before) / Double(words))
    // Multiply-adds of bytes: what the encoder does a second, and what the machine does at most.
    let rate = Double(encoded) * Products.perWord / seconds(tags) / 1e9
    let peak = machine_peak()
    show("encoder, billion multiply-adds a second", rate)
    show(
      "oneDNN's products at these sizes",
      Double(encoded) * Products.perWord / seconds(products) / 1e9)
    if peak > 0 {
      show("the machine's peak, in registers alone", peak)
      show("the encoder's share of the peak, in percent", 100 * rate / peak)
    }
    if let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
    {
      print("most memory used\(String(repeating: " ", count: 28))\(kilobytes / 1024) MB")
    }
  }
}
