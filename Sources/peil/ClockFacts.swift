import ArgumentParser

/// What is known of the case whose clock is asked for.
struct ClockFacts: ParsableArguments {
}
