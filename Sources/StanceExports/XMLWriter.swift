internal import CXML
import SourceText

/// Writes an XML document through libxml2; every XML format uses it.
///
/// Text is escaped, and what XML 1.0 can't hold (control characters, U+FFFE, U+FFFF) is dropped. The
/// document is handed on in pieces, so that a large graph is never in memory twice.
struct XMLWriter: ~Copyable {
  private let writer: OpaquePointer
  private var failed = false

  /// Writes the XML declaration.
  ///
  /// - Throws: `Diagnostic` where memory is short.
  init() throws(Diagnostic) {
    guard let writer = cxml_writer_create() else { throw Self.outOfMemory }
    self.writer = writer
  }

  deinit { cxml_writer_free(writer) }

  /// Opens an element, on a new line with `indent` spaces where that is given.
  mutating func start(
    _ name: String, _ attributes: [(name: String, value: String)] = [], indent: Int? = nil
  ) {
    if let indent { check(cxml_writer_newline(writer, Int32(indent))) }
    check(cxml_writer_start_element(writer, name))
    for attribute in attributes {
      check(
        cxml_writer_attribute(
          writer, attribute.name, attribute.value, attribute.value.utf8.count))
    }
  }

  /// A comment on a line of its own.
  mutating func comment(_ text: String) {
    check(cxml_writer_comment(writer, text, text.utf8.count))
    check(cxml_writer_newline(writer, 0))
  }

  /// Text of the element just opened.
  mutating func text(_ text: String) {
    check(cxml_writer_text(writer, text, text.utf8.count))
  }

  /// Closes the innermost element, on a new line with `indent` spaces where that is given.
  mutating func end(indent: Int? = nil) {
    if let indent { check(cxml_writer_newline(writer, Int32(indent))) }
    check(cxml_writer_end_element(writer))
  }

  /// An element that holds only text, on a new line.
  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String)], text value: String, indent: Int
  ) {
    start(name, attributes, indent: indent)
    text(value)
    end()
  }

  /// Hands on what was written so far.
  mutating func flush(to output: inout some ByteSink) throws {
    var count = 0
    guard !failed, let bytes = cxml_writer_bytes(writer, &count) else { throw Self.outOfMemory }
    try output.write(Array(UnsafeBufferPointer(start: bytes, count: count)))
    cxml_writer_drop(writer)
  }

  /// Closes what is open and hands on the rest.
  mutating func finish(to output: inout some ByteSink) throws {
    check(cxml_writer_finish(writer))
    try flush(to: &output)
  }

  private mutating func check(_ result: Int32) { failed = failed || result != 0 }

  private static var outOfMemory: Diagnostic {
    Diagnostic(
      .failure, file: "stancegraph", problem: "the XML writer ran out of memory",
      remedy: "Write fewer articles at once.")
  }
}
