import CivilTime

/// The attachments of one message are together no larger than a limit; what keeps it is taken.
public struct SizeNorm: Hashable, Sendable {
    /// In bytes before encoding.
    public let limit: Limit

    public init(limit: Limit) { self.limit = limit }
}

/// The share of messages with attachments that the system must bear: not a limit on what is sent.
public struct DesignLoadNorm: Hashable, Sendable {
    public let share: Percentage

    public init(share: Percentage) { self.share = share }
}

/// The messages of a month and their attachments.
public struct AttachmentEvidence: Hashable, Sendable {
    public let messages: Int
    public let withAttachments: Int
    /// The largest total that was taken, in bytes; nil when none was.
    public let largestTakenBytes: Int?
    /// The smallest total that was refused for its size, in bytes; nil when none was.
    public let smallestRefusedBytes: Int?

    public init(
        messages: Int, withAttachments: Int, largestTakenBytes: Int?, smallestRefusedBytes: Int?
    ) {
        precondition(
            withAttachments >= 0 && withAttachments <= messages, "a message with attachments is a message")
        self.messages = messages
        self.withAttachments = withAttachments
        self.largestTakenBytes = largestTakenBytes
        self.smallestRefusedBytes = smallestRefusedBytes
    }
}

extension SizeNorm {
    func judge(_ evidence: AttachmentEvidence?, line: NormLine) -> Finding {
        let norm = "bijlagen per bericht \(limit.sign) \(Dutch.text(limit.bound)) bytes"
        guard let evidence, evidence.withAttachments > 0 else {
            return line.unmeasured(norm: norm, because: "Er zijn geen berichten met bijlagen aangeleverd.")
        }
        let tookTooLarge = evidence.largestTakenBytes.map { !limit.isKept(by: $0) } ?? false
        let refusedFitting = evidence.smallestRefusedBytes.map { limit.isKept(by: $0) } ?? false
        let largest = evidence.largestTakenBytes.map { "grootste aangenomen \(Dutch.text($0)) bytes" }
        return line.finding(
            tookTooLarge || refusedFitting ? .notMet : .met, norm: norm,
            measured: largest ?? "niets aangenomen", observations: evidence.withAttachments,
            peil: evidence.largestTakenBytes.map {
                PeilLine(value: $0, norm: limit.bound, higherIsBetter: false, unit: "bytes")
            },
            explanation(evidence))
    }

    private func explanation(_ evidence: AttachmentEvidence) -> [String] {
        var sentences = ["\(Dutch.text(evidence.withAttachments)) berichten hadden bijlagen."]
        if let largest = evidence.largestTakenBytes {
            sentences.append("Het grootste totaal dat is aangenomen, is \(Dutch.text(largest)) bytes.")
        }
        if let smallest = evidence.smallestRefusedBytes {
            sentences.append(
                "Het kleinste totaal dat om zijn grootte is geweigerd, is \(Dutch.text(smallest)) bytes.")
        } else {
            sentences.append("Geen bericht is om de grootte van zijn bijlagen geweigerd.")
        }
        return sentences
    }
}

extension DesignLoadNorm {
    /// As with a capacity: a month with fewer attachments than the design bears shows nothing about it.
    func judge(_ evidence: AttachmentEvidence?, line: NormLine) -> Finding {
        let norm = "berekend op \(share.text) berichten met bijlage"
        guard let evidence, evidence.messages > 0 else {
            return line.unmeasured(norm: norm, because: "Er zijn geen berichten aangeleverd.")
        }
        let measured = Fraction(evidence.withAttachments, of: evidence.messages)
        let shown = measured.percentage(rounding: .down)
        return line.finding(
            measured >= share.fraction ? .met : .notChallenged, norm: norm, measured: "\(shown) met bijlage",
            observations: evidence.messages, fraction: measured,
            peil: PeilLine(share: measured, norm: share.fraction),
            [
                """
                Van \(Dutch.text(evidence.messages)) berichten hadden er \
                \(Dutch.text(evidence.withAttachments)) een bijlage. Meer is niet \
                verboden: het percentage zegt waarop het systeem is berekend.
                """
            ])
    }
}
