import ArticleReading
import Foundation
import StanceEvaluation
import StanceGraphKit
import StanceModel
import StanceReading
import Testing

/// Positions in articles that were coded by hand: `Coded/README.md`.
@Suite struct CodedArticlesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Coded").path

  @Test func `the scores on the coded articles do not fall`() throws {
    let reader = try StanceGraphKit.Reader()
    let issues = reader.tables.issues.issues
    let agreement = Agreement(symmetric: Set(issues.filter(\.isSymmetric).map(\.slug)))
    var scores: [ArticleScore] = []
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
      .filter { $0.hasSuffix(".txt") }.map { $0.dropLast(".txt".count) }
    let articles = ArticleReader(ArticleList(names.map { "\(Self.folder)/\($0).txt" }))
    for (name, article) in zip(names, articles) {
      let read = reader.read(try article.get())
      let path = "\(Self.folder)/gold/\(name).stances.jsonl"
      let gold = try Gold(path: path, text: read.record.text)
      #expect(gold.faults.isEmpty, "\(gold.faults)")
      scores.append(
        ArticleScore(
          document: String(name), gold: gold, statements: read.statements,
          relations: read.relations,
          by: agreement))
    }
    #expect(scores.count == 40)
    let summary = ScoreSummary(scores)
    #expect(summary[.stance].precision >= 0.90)
    #expect(summary[.stance].recall >= 0.73)
    #expect(summary[.target].f1 >= 0.745)
    #expect(summary.shares[.holder]?.value ?? 0 >= 0.95)
    #expect(summary.shares[.polarity]?.value ?? 0 >= 0.97)
  }
}
