import SourceText
import StanceModel
import StanceOntology
import StanceTestSupport
import Testing

@Suite struct StatementLinesTests {
  private func text(of graph: StanceGraph) -> String {
    var text = ""
    StatementLines.write(graph) { text += $0 + "\n" }
    return text
  }

  @Test func `a file read back gives the same graph`() {
    let graph = InventedDispute.graph
    let contents = StatementLines.read(Array(text(of: graph).utf8), file: "s.jsonl")
    #expect(contents.diagnostics == [])
    #expect(contents.documents == graph.documents)
    #expect(contents.statements == graph.statements)
    #expect(contents.relations == graph.relations)
  }

  @Test(arguments: HostileText.all)
  func `any text comes back as it was`(text: String) throws {
    let holder = EntityID(.person, text.isEmpty ? "x" : text)
    let targets: [Target] = [
      .proposition(predicate: text, arguments: [text, "", "10,000", "-"]),
      .issue(slug: "aid", roles: [holder, nil]), .entity(holder),
    ]
    let statements = targets.map { target in
      Statement(
        id: text, document: text, holder: holder, source: holder, chain: [holder, holder],
        cue: text, target: target, polarity: .oppose, strength: 5, modality: .denied,
        date: "2014-03", evidence: TextSpan(3, 9), quotation: text, confidence: 0.25,
        construction: text,
        trace: [TraceStep(rule: text, span: TextSpan(0, 1), words: text, effect: text)])
    }
    let record = DocumentRecord(
      document: text, title: text, outlet: nil, author: text, date: nil, url: text, text: text,
      textHash: "ab")
    let lines =
      statements.map { StatementLines.line($0, trace: true) } + [StatementLines.line(record)]
    #expect(lines.allSatisfy { line in !line.utf8.contains { $0 < 0x20 } })
    let contents = StatementLines.read(
      Array(lines.joined(separator: "\n").utf8), file: "s.jsonl")
    #expect(contents.diagnostics == [])
    #expect(contents.statements == statements)
    #expect(contents.documents == [record])
  }

  @Test func `the line of a statement is that of the contract`() throws {
    let statement = Statement(
      id: "s1", document: "a.txt", holder: EntityID(.country, "US"), source: nil, chain: [],
      cue: "rejects", target: .entity(EntityID(.country, "UA")), polarity: .oppose, strength: 2,
      modality: .asserted, evidence: TextSpan(0, 4), quotation: "a\"b", confidence: 0.9,
      construction: "c", trace: [])
    #expect(
      StatementLines.line(statement) == #"""
        {"id":"s1","document":"a.txt","start":0,"end":4,"evidence":"a\"b","holder":"country:US","source":"","chain":[],"cue":"rejects","target":"country:UA","polarity":"oppose","strength":2,"modality":"asserted","confidence":0.90,"construction":"c"}
        """#)
  }

  @Test(arguments: [
    ("{", "not a JSON object"),
    ("[1]", "the value of '' is of the wrong type"),
    (#"{"id":"s"}"#, "the key 'document' is missing"),
    (
      #"{"document":"a"}"#,
      "neither an article (text), a statement (holder) nor a relation"
    ),
    (
      #"{"document":"a","text":1}"#,
      "the value of 'text' is of the wrong type"
    ),
    (
      #"{"document":"a","holder":"UA","id":"s"}"#,
      "'UA' in 'holder' is not an entity id such as country:UA"
    ),
    (
      #"{"document":"a","holder":"country:UA","id":"s","target":"x"}"#,
      "'x' in 'target' is neither an entity, an issue nor a proposition"
    ),
    (
      #"{"document":"a","holder":"country:UA","id":"s","target":"country:RU","polarity":"against"}"#,
      "'against' in 'polarity' is none of support, oppose, neutral"
    ),
    (
      #"{"document":"a","relation":"leads","id":"r","subject":"country:UA","object":"country:RU","start":5,"end":2}"#,
      "'start' and 'end' are not offsets into the text"
    ),
  ])
  func `a bad line is told with its number, and the others are read`(
    line: String, problem: String
  ) throws {
    let good = StatementLines.line(InventedDispute.documents[0])
    let contents = StatementLines.read(
      Array("\u{FEFF}\(good)\r\n\n\(line)\n\(good)\n".utf8), file: "in/s.jsonl")
    #expect(contents.documents.count == 2)
    #expect(
      contents.diagnostics.map(\.description) == [
        """
        in/s.jsonl:3: error: \(problem)
          Write the file anew with 'stancegraph build', or correct the line.
        """
      ])
  }

  @Test func `bytes that are no UTF-8 are a bad line`() {
    let contents = StatementLines.read([0xFF, 0xFE, 0x0A, 0x7B, 0x7D], file: "s")
    #expect(contents.diagnostics.map(\.line) == [1, 2])
  }
}
