import ArgumentParser
import ArticleReading
import SourceText
import StanceGraphKit
import StanceReading

struct Unknowns: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verbs, nouns and names that the tables do not know, the most frequent first.",
    discussion: """
      Each line gives how often and in how many articles, the word, and a sentence. A row in cues.tsv, \
      issue-patterns.tsv, people.tsv or organizations.tsv makes it known; docs/extending.md shows how.

      EXAMPLES
        stancegraph unknowns articles/
        stancegraph unknowns articles/ --most 50
      """)

  @Argument(help: "Files and folders of articles; - is standard input.")
  var articles: [String]

  @Option(help: "How many of each kind are listed.")
  var most = 20

  @OptionGroup var reading: ReaderOptions

  func validate() throws {
    if most < 1 { throw ValidationError("--most takes a number from 1 on.") }
  }

  private struct Seen {
    var count = 0
    var documents: Set<String> = []
    var sentence = ""
  }

  func run() throws {
    try Messages.reporting {
      let reader = try reading.reader()
      var failures = Failures()
      var count = 0
      var seen: [UnknownWord.Kind: [String: Seen]] = [:]
      for result in try reading.articles(articles).reader {
        switch result {
        case .success(let article):
          count += 1
          for unknown in reader.unknowns(in: article) {
            var one = seen[unknown.kind, default: [:]][unknown.word] ?? Seen()
            one.count += 1
            one.documents.insert(article.document)
            if one.sentence.isEmpty { one.sentence = article.text[unknown.sentence] }
            seen[unknown.kind, default: [:]][unknown.word] = one
          }
        case .failure(let diagnostic): failures.add(diagnostic)
        }
      }
      let file = try OutputFile("-")
      for kind in UnknownWord.Kind.allCases {
        let ranked = (seen[kind] ?? [:]).sorted {
          (-$0.value.documents.count, -$0.value.count, $0.key) < (
            -$1.value.documents.count, -$1.value.count, $1.key
          )
        }
        try file.write("\(kind.rawValue)s: \(ranked.count)\n")
        for (word, one) in ranked.prefix(most) {
          let articles = one.documents.count == 1 ? "1 article" : "\(one.documents.count) articles"
          try file.write(
            "  \(one.count) in \(articles)  \(word)  “\(StatementTable.line(one.sentence))”\n")
        }
      }
      try file.finish()
      try failures.end(articlesRead: count)
    }
  }
}
