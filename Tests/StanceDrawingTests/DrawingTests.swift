import Foundation
import SourceText
import StanceDrawing
import StanceExports
import StanceModel
import StanceOntology
import StanceTestSupport
import Testing

@Suite struct DrawingTests {
  private let drawing = Drawing(InventedDispute.graph)

  @Test func `the drawing's DOT equals the file checked in under exports`() throws {
    try compare(Array(drawing.dot.utf8), withGolden: "invented/drawing.dot")
  }

  @Test func `propositions that occur once are left out and counted`() {
    #expect(drawing.nodes.map(\.uid).contains("proposition:close(country:XB,harbour)"))
    #expect(!drawing.nodes.map(\.uid).contains("proposition:pay(country:XB,fishermen)"))
    #expect(drawing.notes == ["1 proposition that occurs once is not shown."])
  }

  @Test func `every line's ends are drawn, and every node has a line`() {
    let ends = Set(drawing.lines.flatMap { [$0.from, $0.to] })
    #expect(ends == Set(drawing.nodes.map(\.uid)))
  }

  @Test func `stances are added up by polarity`() throws {
    let lines = drawing.lines.filter {
      $0.from == "country:XB" && $0.to == "issue:membership(country:XA,organization:NP)"
    }
    #expect(lines.map(\.count) == [2])
    #expect(drawing.dot.contains("label=\"×2\""))
  }

  @Test(arguments: 1...30)
  func `a smaller drawing keeps all claimants of the territories it shows`(limit: Int) {
    let small = Drawing(InventedDispute.graph, options: DrawingOptions(maxNodes: limit))
    let uids = Set(small.nodes.map(\.uid))
    for edge in InventedDispute.graph.edges where edge.kind == .claim && uids.contains(edge.to) {
      #expect(uids.contains(edge.from))
    }
    #expect(small.notes.first?.contains("are not shown") == (small.nodes.count < 35))
  }

  @Test func `ids in the drawing are unique`() {
    let ids = drawing.dot.matches(of: /[\[ ]id="([^"]*)"/).map { String($0.1) }
    #expect(ids.count == drawing.nodes.count + drawing.lines.count)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `a large graph is laid out by springs`() {
    #expect(LayoutEngine(nodes: 40, edges: 60) == .dot)
    #expect(LayoutEngine(nodes: 500, edges: 2000) == .sfdp)
    #expect(LayoutEngine(nodes: 20, edges: 2000) == .sfdp)
  }
}

@Suite struct GraphvizTests {
  @Test(
    .enabled(if: OutsideTools.dot != nil, "no Graphviz on PATH"),
    arguments: [
      (PictureFormat.svg, Array("<?xml".utf8)), (.png, [0x89, 0x50, 0x4E, 0x47]),
      (.pdf, Array("%PDF".utf8)),
    ])
  func `a picture is one of the format asked for, and the same twice`(
    format: PictureFormat, start: [UInt8]
  ) throws {
    var pictures: [[UInt8]] = [[], []]
    for index in 0..<2 { try render(InventedDispute.graph, as: format, to: &pictures[index]) }
    #expect(pictures[0].starts(with: start))
    #expect(pictures[0] == pictures[1])
  }

  @Test(.enabled(if: OutsideTools.dot != nil, "no Graphviz on PATH"))
  func `the SVG has every node and line, with tooltips and classes`() throws {
    var bytes: [UInt8] = []
    let drawing = try render(InventedDispute.graph, as: .svg, to: &bytes)
    let svg = String(decoding: bytes, as: UTF8.self)
    #expect(svg.matches(of: #/class="node node /#).count == drawing.nodes.count)
    #expect(svg.matches(of: #/class="edge /#).count == drawing.lines.count)
    #expect(svg.contains("class=\"edge stance opposes\""))
    #expect(isOurs(bytes), "an SVG of ours may be written over")
    #expect(svg.contains("Fenwick proposed a vote in the Tarn Valley."))
  }

  @Test(.enabled(if: OutsideTools.dot != nil, "no Graphviz on PATH"), arguments: HostileText.all)
  func `any text can be drawn`(text: String) throws {
    let holder = EntityID(.person, text.isEmpty ? "x" : text)
    let statement = Statement(
      id: "s", document: text, holder: holder, source: nil, chain: [], cue: "",
      target: .entity(EntityID(.country, "UA")), polarity: .oppose, strength: 1,
      modality: .denied, evidence: TextSpan(0, 1), quotation: text, confidence: 1,
      construction: "", trace: [])
    let graph = StanceGraph(
      statements: [statement], relations: [],
      documents: [
        DocumentRecord(
          document: text, title: text, outlet: text, author: nil, date: text, url: text,
          text: text, textHash: "")
      ], directory: EmptyDirectory(), title: text)
    var bytes: [UInt8] = []
    try render(graph, as: .svg, to: &bytes)
    #expect(bytes.count > 500)
  }

  @Test(.enabled(if: OutsideTools.dot != nil, "no Graphviz on PATH"))
  func `Graphviz's own words come with its failure`() throws {
    let problem = #expect(throws: Diagnostic.self) {
      try Graphviz().picture(of: "digraph { a -> ", format: .svg)
    }
    #expect(problem?.kind == .failure)
    #expect(problem?.problem.contains("syntax error in line 1") == true)
  }

  @Test func `without Graphviz the message tells how to get it`() {
    let problem = #expect(throws: Diagnostic.self) { try Graphviz(searching: "/nowhere:/dev") }
    #expect(problem?.kind == .unavailable)
    #expect(
      problem?.description == """
        dot: error: Graphviz is not installed, so no picture can be drawn
          Install it, for example with 'sudo apt install graphviz', and see that 'dot' is on PATH.
        """)
  }

  @Test(.enabled(if: OutsideTools.dot != nil, "no Graphviz on PATH"))
  func `a layout that does not end is given up`() throws {
    let folder = try OutsideTools.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let slow = folder.appendingPathComponent("dot")
    try Data("#!/bin/sh\nexec sleep 600\n".utf8).write(to: slow)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: slow.path)
    let problem = #expect(throws: Diagnostic.self) {
      try Graphviz(searching: folder.path, timeout: 0.05).picture(of: "digraph {}", format: .svg)
    }
    #expect(problem?.problem.hasPrefix("the layout was not ready") == true)
  }

  @Test(arguments: [("a/b.SVG", PictureFormat.svg), ("x.y.png", .png), (".pdf", .pdf)])
  func `the ending of a name tells the format`(path: String, format: PictureFormat) throws {
    #expect(try PictureFormat(path: path) == format)
  }

  @Test(arguments: ["a.gif", "svg", ""])
  func `another ending names those there are`(path: String) {
    let problem = #expect(throws: Diagnostic.self) { try PictureFormat(path: path) }
    #expect(problem?.remedy == "End the name in one of: .svg, .png, .pdf.")
  }
}
