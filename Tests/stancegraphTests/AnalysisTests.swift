import Foundation
import Testing

/// `annotate`, `text`, `explain`, `validate`.
@Suite struct AnalysisTests {
  @Test(arguments: sampleArticles)
  func `annotate writes valid CoNLL-U`(path: String) throws {
    let outcome = try Workplace().run("annotate", path)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    // A page is known by its address, a text file by its name.
    let name = path.split(separator: "/").last ?? ""
    #expect(
      outcome.output.hasPrefix(
        "# newdoc id = " + (name.hasSuffix(".txt") ? name + "\n" : "https://")))
    #expect(outcome.output.hasSuffix("\n\n"))
    let sentences = outcome.output.split(separator: "\n\n")
    #expect(sentences.count > 5)
    for sentence in sentences { try check(sentence.split(separator: "\n").map { String($0) }) }
  }

  /// The rules of the CoNLL-U format (universaldependencies.org/format.html): ten columns, ids in order, heads
  /// that are there, one root, no cycle, a text that the forms and their spaces give.
  private func check(_ lines: [String]) throws {
    let comments = lines.filter { $0.hasPrefix("#") }
    let text = try #require(comments.first { $0.hasPrefix("# text = ") }).dropFirst(9)
    #expect(comments.contains { $0.hasPrefix("# sent_id = ") })
    var heads: [Int] = []
    var surface = ""
    var covered = 0
    for line in lines where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      try #require(cells.count == 10, "\(line)")
      #expect(cells.allSatisfy { !$0.isEmpty }, "\(line)")
      let space = cells[9].split(separator: "|").contains("SpaceAfter=No") ? "" : " "
      if let dash = cells[0].firstIndex(of: "-") {
        let first = try #require(Int(cells[0][..<dash]))
        covered = try #require(Int(cells[0][cells[0].index(after: dash)...]))
        #expect(first == heads.count + 1 && covered > first, "\(line)")
        surface += cells[1] + space
        continue
      }
      #expect(Int(cells[0]) == heads.count + 1, "\(line)")
      heads.append(try #require(Int(cells[6])))
      #expect((heads.last == 0) == (cells[7] == "root"), "\(line)")
      if heads.count > covered { surface += cells[1] + space }
    }
    #expect(surface.trimmingCharacters(in: .whitespaces) == text)
    #expect(heads.count { $0 == 0 } == 1, "\(text)")
    for word in heads.indices {
      var (place, steps) = (word + 1, 0)
      while place != 0, steps <= heads.count {
        try #require(place <= heads.count)
        (place, steps) = (heads[place - 1], steps + 1)
      }
      #expect(place == 0, "a cycle in: \(text)")
    }
  }

  @Test(arguments: sampleArticles.prefix(3))
  func `the offsets of annotate's JSON cut its forms out of the text`(path: String) throws {
    let outcome = try Workplace().run("annotate", "--format", "json", path)
    #expect(outcome.status == 0)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let text = Array((try #require(object["text"] as? String)).utf8)
    let sentences = try #require(object["sentences"] as? [[String: Any]])
    var end = 0
    for token in sentences.flatMap({ $0["tokens"] as? [[String: Any]] ?? [] }) {
      let span = try #require(token["start"] as? Int)..<(try #require(token["end"] as? Int))
      #expect(span.lowerBound >= end)
      end = span.upperBound
      #expect(String(decoding: text[span], as: UTF8.self) == token["form"] as? String)
    }
    #expect(object["mentions"] is [Any] && object["quotations"] is [Any])
  }

  @Test func `annotate fills a treebank's columns and leaves its words`() throws {
    let place = try Workplace()
    let given = """
      # sent_id = 1
      # text = Norway cannot go.
      1\tNorway\t_\t_\t_\t_\t_\t_\t_\t_
      2-3\tcannot\t_\t_\t_\t_\t_\t_\t_\t_
      2\tcan\t_\t_\t_\t_\t_\t_\t_\t_
      3\tnot\t_\t_\t_\t_\t_\t_\t_\t_
      4\tgo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
      5\t.\t_\t_\t_\t_\t_\t_\t_\t_


      """
    try place.write(given, to: "given.conllu")
    let outcome = try place.run("annotate", "--pretokenized", "given.conllu")
    #expect(outcome.status == 0, "\(outcome.errors)")
    func words(_ text: String) -> [String] {
      text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
        $0.split(separator: "\t").prefix(2).joined(separator: " ")
      }
    }
    #expect(words(outcome.output) == words(given))
    #expect(outcome.output.contains("4\tgo\tgo\tVERB\tVB\t"))
    try check(outcome.output.split(separator: "\n").map { String($0) })
  }

  @Test func `text gives the article's text and what is known of it`() throws {
    let place = try Workplace()
    try place.write(
      """
      <html><head><meta property="og:title" content="A title"></head>
      <body><nav><a href="/">Home</a></nav><article><p>Norway opposes the plan of Russia.</p></article></body></html>
      """, to: "2025-02-12-page.html")
    let outcome = try place.run("text", "2025-02-12-page.html", "--format", "jsonl")
    #expect(outcome.status == 0)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(object["document"] as? String == "2025-02-12-page.html")
    #expect(object["date"] as? String == "2025-02-12")
    #expect(object["title"] as? String == "A title")
    #expect((object["text"] as? String)?.contains("Home") == false)
    #expect((object["text"] as? String)?.contains("Norway opposes the plan of Russia.") == true)
  }

  @Test func `the ontology that ships has no errors`() throws {
    let outcome = try Workplace().run("validate")
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output == "The ontology has no errors.\n")
    #expect(outcome.status == 0)
  }
}
