/// An element that has started and not ended, and how far its content has come.
struct OpenElement {
    let element: BatchElement
    let particles: [SchemaParticle]
    /// The particle that is being filled, and how often it has been.
    private var place = 0
    private var count = 0

    init(_ element: BatchElement) {
        self.element = element
        if case .sequence(let particles) = element.content {
            self.particles = particles
        } else {
            particles = []
        }
    }

    var isValue: Bool { particles.isEmpty }

    enum Admission {
        case inOrder
        /// It would be in order, had the element named not been left out; the reading goes on from there.
        case inOrderWithout(BatchElement)
        /// It belongs in this element, but not here: in the wrong order, or once too often.
        case outOfOrder
        /// It does not belong in this element at all.
        case foreign
    }

    /// Counts a child. The schema repeats no name within a sequence, so looking ahead once decides.
    mutating func admit(_ child: BatchElement) -> Admission {
        guard let found = particles.firstIndex(where: { $0.element == child }) else { return .foreign }
        guard found >= place else { return .outOfOrder }
        guard found > place else {
            count += 1
            return count <= particles[found].maximum ? .inOrder : .outOfOrder
        }
        let leftOut = required(before: found)
        place = found
        count = 1
        return leftOut.map { .inOrderWithout($0) } ?? .inOrder
    }

    /// The child that is still required when the element ends.
    var missing: BatchElement? {
        required(before: particles.count)
    }

    private func required(before end: Int) -> BatchElement? {
        (place..<end).first { (($0 == place) ? count : 0) < particles[$0].minimum }
            .map { particles[$0].element }
    }
}
