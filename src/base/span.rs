//! Spans of time: how long something took, or how long ago it was.

/// Reads `2h30m`, `45 min`, `3 days`, `an hour`, `half an hour`, into whole seconds; a bare number is refused because its unit
/// is unknown.
pub fn parse_typed(text: &str) -> Option<u64> {
    let text = text.trim();
    let one = text.strip_prefix("an ").or_else(|| text.strip_prefix("a "));
    let in_figures = match one {
        Some(unit) => Some(format!("1 {unit}")),
        None => (text == "half an hour").then(|| "30 min".to_owned()),
    };
    let text = in_figures.as_deref().unwrap_or(text);
    (text.len() <= 64).then(|| humantime::parse_duration(text).ok()).flatten().map(|d| d.as_secs())
}

/// `41 s`, `12 min`, `3 h 05 min`, `2 d 4 h`: two units at most, so that it reads at a glance.
pub fn short(seconds: i64) -> String {
    if seconds < 0 {
        return format!("-{}", short(seconds.saturating_neg()));
    }
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
    match seconds {
        0..60 => format!("{seconds} s"),
        60..3600 => format!("{minutes} min"),
        3600..86_400 => format!("{hours} h {:02} min", minutes % 60),
        _ => format!("{days} d {} h", hours % 24),
    }
}
