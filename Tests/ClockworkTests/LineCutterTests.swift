import Clockwork
import Testing

@Suite struct LineCutterTests {
    @Test(arguments: [1, 2, 3, 5, 100])
    func `lines are the same however the bytes come in`(pieceBytes: Int) {
        let text = Array("one\n\ntwo\r\nthree".utf8)
        var cutter = LineCutter()
        var lines: [LineCutter.Line] = []
        for start in stride(from: 0, to: text.count, by: pieceBytes) {
            cutter.take(text[start..<min(start + pieceBytes, text.count)]) { lines.append($0) }
        }
        if let last = cutter.finish() { lines.append(last) }
        #expect(
            lines == ["one", "", "two\r", "three"].map { LineCutter.Line.bytes(Array($0.utf8)) })
    }

    @Test func `a line that is too long is told as one, and the next is read`() {
        var cutter = LineCutter()
        var lines: [LineCutter.Line] = []
        let long = [UInt8](repeating: UInt8(ascii: "x"), count: LineCutter.bytesLimit)
        cutter.take(long) { lines.append($0) }
        cutter.take(Array("x and more\nnext\n".utf8)) { lines.append($0) }
        cutter.take(long + [UInt8(ascii: "\n")]) { lines.append($0) }
        #expect(lines == [.tooLong, .bytes(Array("next".utf8)), .bytes(long)])
        #expect(cutter.finish() == nil)
    }
}
