public import StanceExports
public import StanceModel

/// Draws a graph and writes the picture.
///
/// - Parameters:
///   - output: Where the bytes go; nothing is written unless the picture is complete.
/// - Returns: The drawing, whose notes say what was left out.
/// - Throws: `Diagnostic`, of kind `.unavailable` where Graphviz is missing.
@discardableResult
public func render(
  _ graph: StanceGraph, as format: PictureFormat, options: DrawingOptions = DrawingOptions(),
  to output: inout some ByteSink
) throws -> Drawing {
  let drawing = Drawing(graph, options: options)
  try output.write(Graphviz().picture(of: drawing.dot, format: format))
  return drawing
}
