import SourceText
import Testing

@testable import ArticleReading

@Suite struct TextStructureTests {
  private func shown(_ text: String) -> [String] {
    TextStructure(text).blocks.map { "\($0.kind.rawValue): \(text[$0.span])" }
  }

  private let long =
    "The minister said that his country would not take part in the talks unless both sides agreed to stop firing first."

  @Test func `each line is a paragraph`() {
    #expect(
      shown("\(long)\n\(long) Again.\n\n\(long)\n") == [
        "paragraph: \(long)", "paragraph: \(long) Again.", "paragraph: \(long)",
      ])
  }

  @Test func `wrapped lines with blank lines between are paragraphs together`() {
    let text = """
      Prague and Vienna quarrel over a dam

      Austria has asked the Czech Republic to stop the work
      on a dam near the border. Prague refused on Monday,
      and said that the dam was safe.

      Vienna will go to court.
      """
    #expect(
      shown(text) == [
        "title: Prague and Vienna quarrel over a dam",
        """
        paragraph: Austria has asked the Czech Republic to stop the work
        on a dam near the border. Prague refused on Monday,
        and said that the dam was safe.
        """,
        "paragraph: Vienna will go to court.",
      ])
  }

  @Test func `short lines without blank lines between are not wrapped`() {
    #expect(
      shown("Austria asked for a halt.\nPrague refused.") == [
        "paragraph: Austria asked for a halt.", "paragraph: Prague refused.",
      ])
  }

  @Test(arguments: [
    "Prague refuses to halt the dam", "'It is our dam', says Prague", "Will Prague give in?",
    "Austria takes its case to the U.S.", "Prague: ‘no’ to a halt",
  ])
  func `a short first line without a full stop is the title`(line: String) {
    #expect(shown("\(line)\n\(long)").first == "title: \(line)")
    #expect(TextStructure("\(line)\n\(long)").title == line)
  }

  @Test(arguments: [
    "Prague refused on Monday.", "“We refuse.”", "By Jana Novak", "12 February 2025",
    "Friday, January 3, 2020", "Prague refused, and this is why:",
  ])
  func `a sentence, a byline or a date is no title`(line: String) {
    #expect(shown("\(line)\n\(long)").first == "paragraph: \(line)")
  }

  @Test func `a line alone is a paragraph`() {
    #expect(
      shown("Prague refuses to halt the dam") == ["paragraph: Prague refuses to halt the dam"])
  }

  @Test func `a subheading is a short line before a sentence`() {
    #expect(
      shown("\(long)\nCourt to decide\n\(long)\nJana Novak contributed to this report") == [
        "paragraph: \(long)", "heading: Court to decide", "paragraph: \(long)",
        "paragraph: Jana Novak contributed to this report",
      ])
  }

  @Test func `bullets are left out of list items`() {
    #expect(
      shown("\(long)\n• Prague says no.\n - Vienna says yes.\n— So what? he asked.") == [
        "paragraph: \(long)", "item: Prague says no.", "item: Vienna says yes.",
        "paragraph: — So what? he asked.",
      ])
  }

  @Test func `offsets are those of the file, with mark, carriage returns and control characters`() {
    let text =
      "\u{FEFF}Prague refuses\r\n\r\n\u{1}\t\(long)\u{0} \r\n\u{A0}\u{200B}\r\nEnd of it all.\r"
    let structure = TextStructure(text)
    #expect(structure.blocks.map { $0.span.start } == [3, 23, 148])
    #expect(
      shown(text) == ["title: Prague refuses", "paragraph: \(long)", "paragraph: End of it all."])
    for block in structure.blocks {
      #expect(
        Array(text.utf8)[block.span.start..<block.span.end].elementsEqual(text[block.span].utf8))
    }
  }

  @Test(arguments: ["a\rb", "a\u{2028}b", "a\u{2029}b", "a\u{C}b", "a\r\nb"])
  func `every line end ends a line`(text: String) {
    #expect(TextStructure(text).blocks.count == 2)
  }

  @Test(arguments: ["", " ", "\n\r\n", "\u{FEFF}", "\u{0}\u{1}", "\u{A0}\u{3000}\u{200B}"])
  func `white space alone has no blocks`(text: String) {
    #expect(TextStructure(text).blocks.isEmpty)
    #expect(TextStructure.isBlank(text))
  }
}
