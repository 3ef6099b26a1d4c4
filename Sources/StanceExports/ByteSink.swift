public import SourceText

/// Where an export goes: a file, standard output, or bytes in memory.
public protocol ByteSink {
  /// Takes the next bytes.
  mutating func write(_ bytes: some Sequence<UInt8>) throws
}

extension ByteSink {
  /// Takes a text in UTF-8.
  mutating func write(text: String) throws { try write(text.utf8) }
}

extension [UInt8]: ByteSink {
  public mutating func write(_ bytes: some Sequence<UInt8>) { append(contentsOf: bytes) }
}

extension OutputFile: ByteSink {}
