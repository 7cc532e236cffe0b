/// A place as editors count it: lines and UTF-16 units, both from 0.
package struct EditorPosition: Sendable, Hashable, Codable {
  package var line: Int
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }
}
