import Foundation
import StanceTestSupport
import Testing

@Suite struct DeterminismTests {
  static let outputs = ["graph.graphml", "graph.dot", "statements.jsonl"]

  private func build(
    _ articles: [String], in place: Workplace, to folder: String, jobs: Int, arithmetic: String
  )
    throws
  {
    let list = articles.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try place.shell(
      "STANCEGRAPH_ARITHMETIC=\(arithmetic) stancegraph build \(list) --jobs \(jobs) -o \(folder)")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func `the number of jobs changes no byte`() throws {
    let place = try Workplace()
    try build(sampleArticles, in: place, to: "one", jobs: 1, arithmetic: "fast")
    try build(sampleArticles, in: place, to: "four", jobs: 4, arithmetic: "fast")
    #expect(place.files(in: "one") == place.files(in: "four"))
    for name in place.files(in: "one") {
      #expect(try place.bytes("one/\(name)") == place.bytes("four/\(name)"), "\(name)")
    }
  }

  @Test func `plain arithmetic, which any processor does, gives the same bytes`() throws {
    let place = try Workplace()
    let two = Array(sampleArticles.prefix(2))
    try build(two, in: place, to: "fast", jobs: 2, arithmetic: "fast")
    try build(two, in: place, to: "plain", jobs: 2, arithmetic: "plain")
    for name in Self.outputs {
      #expect(try place.bytes("fast/\(name)") == place.bytes("plain/\(name)"), "\(name)")
    }
  }

  @Test func `the order in which articles are named changes no byte`() throws {
    let place = try Workplace()
    let three = Array(sampleArticles.prefix(3))
    try build(three, in: place, to: "there", jobs: 2, arithmetic: "fast")
    try build(three.reversed(), in: place, to: "back", jobs: 2, arithmetic: "fast")
    for name in Self.outputs {
      #expect(try place.bytes("there/\(name)") == place.bytes("back/\(name)"), "\(name)")
    }
  }

  @Test func `the sample articles give what is checked in under exports`() throws {
    let place = try Workplace()
    try FileManager.default.copyItem(
      atPath: repositoryRoot + "/articles", toPath: place.path("articles"))
    #expect(try place.run("build", "articles", "-o", "out").status == 0)
    for name in Self.outputs {
      try compare(place.bytes("out/\(name)"), withGolden: "sample/\(name)")
    }
  }
}
