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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_without_a_unit_is_refused() {
        assert_eq!(parse_typed("90"), None);
        assert_eq!(parse_typed("1h 30m"), Some(5400));
        assert_eq!(parse_typed("an hour"), Some(3600));
        assert_eq!(parse_typed("a minute"), Some(60));
        assert_eq!(parse_typed("half an hour"), Some(1800));
    }

    #[test]
    fn spans_read_at_a_glance() {
        let shown: Vec<_> = [0, 59, 60, 3599, 3600, 11_100, 86_400, 187_200, -61].iter().map(|s| short(*s)).collect();
        assert_eq!(
            shown,
            ["0 s", "59 s", "1 min", "59 min", "1 h 00 min", "3 h 05 min", "1 d 0 h", "2 d 4 h", "-1 min"]
        );
    }
}
