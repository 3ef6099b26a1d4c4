import ArticleReading
import Foundation
import LanguageAnalysis
import SourceText
import StanceGraphKit
import StanceModel
import StanceReading
import StanceTestSupport
import Testing

/// The whole way, on every sample article.
@Suite struct SampleArticlesTests {
  static let reader = Result { try Reader() }

  private func article(_ path: String) throws -> Article {
    let results = Array(ArticleReader(ArticleList([path]), options: ReadingOptions()))
    #expect(results.count == 1)
    return try #require(try results.first?.get())
  }

  @Test(arguments: sampleArticles)
  func `every sentence is a tree whose words are cut out of the text`(path: String) throws {
    let (document, words) = try Self.reader.get().analyse(try article(path))
    let tokens = document.tokens
    let text = document.article.text
    #expect(document.sentences.count > 5)
    #expect(
      document.sentences.flatMap { Array($0.tokens) } == Array(0..<tokens.count),
      "sentences hold every token once")
    for (before, after) in zip(document.sentences, document.sentences.dropFirst()) {
      #expect(before.span.end <= after.span.start)
    }
    for sentence in document.sentences {
      #expect(sentence.tokens.count { tokens.heads[$0] == -1 } == 1, "\(text[sentence.span])")
      for token in sentence.tokens {
        #expect((tokens.heads[token] == -1) == (tokens.relations[token] == "root"))
        #expect(sentence.span.contains(tokens.spans[token]))
        var (place, steps) = (token, 0)
        while place != -1, steps <= sentence.tokens.count {
          try #require(sentence.tokens.contains(place), "a head outside of its sentence")
          (place, steps) = (tokens.heads[place], steps + 1)
        }
        #expect(place == -1, "a cycle in: \(text[sentence.span])")
      }
    }
    // A part of a contraction whose letters are not in the text has the span of the whole.
    let rewritten = Set(words.flatMap { Array($0.tokens) })
    for token in 0..<tokens.count where !rewritten.contains(token) {
      #expect(text[tokens.spans[token]] == tokens.forms[token])
    }
    for word in words { #expect(text[word.span] == word.form) }
    // Nothing but white space lies between tokens.
    var end = 0
    for span in tokens.spans where span.end > end {
      #expect(text[TextSpan(end, span.start)].allSatisfy { $0.isWhitespace || $0 == "\u{FEFF}" })
      end = span.end
    }
  }

  @Test(arguments: sampleArticles)
  func `every statement can be traced to its words`(path: String) throws {
    let read = try Self.reader.get().read(try article(path))
    let text = read.record.text
    let bytes = Array(text.utf8)
    func check(_ span: TextSpan, _ quotation: String) throws {
      try #require(span.start >= 0 && span.start < span.end && span.end <= bytes.count)
      #expect(String(validating: bytes[span.start..<span.end], as: UTF8.self) == quotation)
    }
    #expect(!read.statements.isEmpty)
    #expect(Set(read.statements.map(\.id)).count == read.statements.count)
    #expect(Set(read.relations.map(\.id)).count == read.relations.count)
    for statement in read.statements {
      #expect(statement.document == read.record.document)
      #expect(statement.id.wholeMatch(of: /s[0-9a-f]{16}/) != nil)
      try check(statement.evidence, statement.quotation)
      #expect((1...5).contains(statement.strength))
      #expect(statement.confidence > 0 && statement.confidence <= 1)
      #expect(!statement.cue.isEmpty && !statement.trace.isEmpty)
      for step in statement.trace { try check(step.span, step.words) }
    }
    for relation in read.relations { try check(relation.evidence, relation.quotation) }
  }

  /// The graph of an article on aid for Ukraine must know who is who, and what each side claims.
  private func checkUkraine(_ path: String, and others: [String] = []) throws {
    let reader = try Self.reader.get()
    let read = reader.read(try article(path))
    let graph = StanceGraph(
      statements: read.statements, relations: read.relations, documents: [read.record],
      directory: OntologyDirectory(
        ontology: reader.ontology, issues: reader.tables.issues, date: read.record.date))
    let nodes = Set(graph.nodes.map(\.uid))
    let annexed = [
      "region:crimea": "2014", "region:donetsk": "2022", "region:kherson": "2022",
      "region:luhansk": "2022", "region:zaporizhzhia": "2022",
    ]
    let actors = [
      "country:UA", "country:RU", "country:US", "organization:NATO", "person:pete-hegseth",
      "person:donald-trump", "person:vladimir-putin", "person:volodymyr-zelenskyy",
    ]
    for node in actors + others + annexed.keys.sorted() {
      let isThere = nodes.contains(node)
      #expect(isThere, "\(node)")
    }
    for (region, year) in annexed.sorted(by: { $0.key < $1.key }) {
      let claims = graph.edges.filter { $0.kind == .claim && $0.to == region }
      #expect(
        claims.contains {
          $0.from == "country:RU" && $0.interaction == "annexed"
            && $0.since?.hasPrefix(year) == true
        }, "\(region) annexed in \(year)")
      // Never one side alone.
      #expect(claims.contains { $0.from == "country:UA" }, "\(region)")
    }
  }

  @Test
  func `the sample article on aid for Ukraine has its actors, and the regions with every claim`()
    throws
  {
    try checkUkraine(repositoryRoot + "/articles/2025-02-13-hegseth-brussels.txt")
  }

  static let shared = repositoryRoot + "/../shared/articles/us-aid-ukraine.txt"

  @Test(.enabled(if: FileManager.default.fileExists(atPath: shared), "that article is not here"))
  func `an article on aid for Ukraine by others has its actors, and the regions with every claim`()
    throws
  {
    try checkUkraine(Self.shared, and: ["person:keir-starmer"])
  }
}
