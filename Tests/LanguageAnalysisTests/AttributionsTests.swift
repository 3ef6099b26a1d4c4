import Foundation
import SourceText
import Testing

@testable import LanguageAnalysis

/// What a sentence reports, by its tree: `Fixtures/attributions.txt`. A sentence without a line of its own must
/// give nothing.
@Suite struct AttributionsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var sentence: String
    var expected: [String]
    var tree: String

    var testDescription: String { sentence }
  }

  private static let cases: [Case] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/attributions.txt")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n\n").dropFirst().compactMap { block in
      let lines = block.split(separator: "\n").map(String.init)
      guard let first = lines.first, let tree = lines.last, lines.count > 1 else { return nil }
      return Case(
        sentence: String(first.dropFirst(2)),
        expected: lines.filter { $0.hasPrefix("= ") }.map { String($0.dropFirst(2)) }, tree: tree)
    }
  }()

  private static let cues = Result { try ReportingCues(directories: [Shipped.directory]) }

  private func lines(_ document: Document) throws -> [String] {
    var document = document
    ReportingRepair.mend(&document, cues: try Self.cues.get())
    let found = QuotationFinder.find(
      in: SyntaxTree(document), sentences: document.sentences, cues: try Self.cues.get())
    let inOrder = found.sorted { ($0.cue?.lowerBound ?? 0) < ($1.cue?.lowerBound ?? 0) }
    return inOrder.map { quotation in
      [
        quotation.source.map { document.words([$0])[0] } ?? "-",
        quotation.cue.map { document.words([$0])[0] } ?? "-",
        document.words(quotation.content).joined(separator: " … "), quotation.standing.rawValue,
      ].joined(separator: " | ")
    }
  }

  @Test(arguments: cases) func `a sentence reports this and no more`(_ one: Case) throws {
    #expect(try lines(parsed(one.tree)) == one.expected)
  }

  @Test func `the fixture is there`() { #expect(Self.cases.count > 35) }

  @Test(arguments: ["“", "”", "\"", "'", "‘", "[", "(", "«"])
  func `a long text of nothing but marks says nothing`(mark: String) throws {
    let row = Array(repeating: "~\(mark)|PUNCT|``|1|punct", count: 20_000).joined(separator: " ")
    #expect(try lines(parsed("Talks|NOUN|NNS|0|root|talk " + row)).isEmpty)
  }

  @Test func `an unclosed quotation that the next paragraph closes is one`() throws {
    let document = parsed(
      """
      Doe|PROPN|NNP|2|nsubj said|VERB|VBD|0|root|say ~:|PUNCT|:|2|punct “|PUNCT|``|6|punct ~We|PRON|PRP|6|nsubj \
      stay|VERB|VBP|2|ccomp ~.|PUNCT|.|2|punct

      We|PRON|PRP|2|nsubj fight|VERB|VBP|0|root ~.|PUNCT|.|2|punct ~”|PUNCT|''|2|punct
      """)
    #expect(try lines(document) == ["Doe | said | “We stay.\nWe fight.” | statement"])
  }

  @Test func `a wrong frame is named by file and line`() {
    let table = "lemma\tpos\tkind\tframes\nvow\tVERB\tsay\tinf|beside\n"
    #expect(
      throws: Diagnostic(
        file: "cues.tsv", line: 2, problem: "'beside' is not a frame of a reporting cue",
        remedy:
          "Use inf, obj-inf, ing, np, event, as, name, raised or a preposition: for, of+ing, obj-of."
      )
    ) { try ReportingCues(table: table, file: "cues.tsv") }
  }
}
