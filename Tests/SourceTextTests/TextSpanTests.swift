import Testing

@testable import SourceText

@Suite struct TextSpanTests {
  @Test(arguments: [
    (TextSpan(0, 3), "Kyi"), (TextSpan(0, 0), ""), (TextSpan(2, 99), "iv"), (TextSpan(-5, 2), "Ky"),
    (TextSpan(3, 1), ""), (TextSpan(9, 12), ""),
  ])
  func `a span gives the part of the text that it covers`(span: TextSpan, part: String) {
    #expect("Kyiv"[span] == part)
  }

  @Test func `offsets are UTF-8 bytes`() {
    let text = "Erdoğan: “no”"
    #expect(text[TextSpan(0, 8)] == "Erdoğan")
    #expect(text[TextSpan(10, 18)] == "“no”")
  }

  @Test func `a span that cuts a character gives the replacement character`() {
    #expect("é"[TextSpan(0, 1)] == "\u{FFFD}")
  }

  @Test func `carriage return and line feed are two bytes`() {
    #expect("a\r\nb"[TextSpan(0, 2)] == "a\r")
  }

  @Test func `overlap, containment and union go by bytes, the end exclusive`() {
    let span = TextSpan(2, 5)
    #expect(span.overlaps(TextSpan(4, 9)))
    #expect(!span.overlaps(TextSpan(5, 9)))
    #expect(span.contains(TextSpan(2, 5)))
    #expect(!span.contains(TextSpan(2, 6)))
    #expect(span.contains(4))
    #expect(!span.contains(5))
    #expect(span.union(TextSpan(7, 9)) == TextSpan(2, 9))
    #expect(
      [TextSpan(2, 5), TextSpan(1, 9), TextSpan(2, 3)].sorted() == [
        TextSpan(1, 9), TextSpan(2, 3), TextSpan(2, 5),
      ])
  }
}

@Suite struct DiagnosticTests {
  @Test func `a message names the file, the line, the problem and the remedy`() {
    let diagnostic = Diagnostic(file: "a.tsv", line: 41, problem: "no such id", remedy: "Add it.")
    #expect(diagnostic.description == "a.tsv:41: error: no such id\n  Add it.")
  }

  @Test func `without a line, only the file is named`() {
    let diagnostic = Diagnostic(.noInput, file: "a.txt", problem: "not there", remedy: "Look.")
    #expect(diagnostic.description == "a.txt: error: not there\n  Look.")
    #expect(diagnostic.kind.rawValue == 66)
  }
}
