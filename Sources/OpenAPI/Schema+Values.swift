extension Schema {
    /// - Parameters:
    ///   - length: in Unicode scalars, as JSON Schema counts.
    ///   - values: all there are, where there are few.
    public static func text(
        _ about: String, length: ClosedRange<Int>? = nil, pattern: String? = nil, format: String? = nil,
        values: [String] = [], example: String? = nil
    ) -> Schema {
        let node: Node = ["type": "string", "description": .text(about)]
        return Schema(
            node: node.adding([
                ("minLength", length.map { .number($0.lowerBound) }),
                ("maxLength", length.map { .number($0.upperBound) }),
                ("pattern", pattern.map { .text($0) }),
                ("format", format.map { .text($0) }),
                ("enum", values.isEmpty ? nil : .list(values.map { .text($0) })),
                ("example", example.map { .text($0) }),
            ]))
    }

    public static func number(
        _ about: String, _ range: ClosedRange<Int>? = nil, values: [Int] = [], standard: Int? = nil
    ) -> Schema {
        let node: Node = ["type": "integer", "format": "int64", "description": .text(about)]
        return Schema(
            node: node.adding([
                ("minimum", range.map { .number($0.lowerBound) }),
                ("maximum", range.map { .number($0.upperBound) }),
                ("enum", values.isEmpty ? nil : .list(values.map { .number($0) })),
                ("default", standard.map { .number($0) }),
            ]))
    }

    public static func flag(_ about: String) -> Schema {
        Schema(node: ["type": "boolean", "description": .text(about)])
    }

    /// A moment, as RFC 3339 writes it.
    public static func moment(_ about: String, example: String = "2026-10-05T07:00:00Z") -> Schema {
        text(about, format: "date-time", example: example)
    }

    /// A day of the calendar.
    public static func day(_ about: String, example: String = "2026-10-05") -> Schema {
        text(about, format: "date", example: example)
    }

    public static func guid(
        _ about: String, example: String = "0b5a1c52-7e0f-4a43-9d7b-000000000001"
    ) -> Schema {
        text(about, format: "uuid", example: example)
    }

    /// A file, or a stream of lines, that is no JSON value.
    public static func file(_ about: String) -> Schema {
        text(about, format: "binary")
    }

    /// Any object; its fields are described elsewhere.
    public static func anything(_ about: String) -> Schema {
        Schema(node: ["type": "object", "description": .text(about)])
    }
}
