//! Whether a text stands on a screen.

/// Whether a text is shown, on one line or wrapped inside one column of the screen.
pub fn is_shown(screen: &str, wanted: &str) -> bool {
    let lines: Vec<Vec<char>> = screen.lines().map(|line| line.chars().collect()).collect();
    let widest = lines.iter().map(Vec::len).max().unwrap_or(0);
    let bars = |x: &usize| lines.iter().filter(|line| line.get(*x) == Some(&'│')).count() * 2 > lines.len();
    let mut edges: Vec<usize> = std::iter::once(0).chain((0..widest).filter(bars)).collect();
    edges.push(widest);
    let column = |pair: &[usize]| {
        let part = |line: &Vec<char>| {
            line.get(pair[0]..pair[1].min(line.len())).unwrap_or_default().iter().collect::<String>()
        };
        lines.iter().map(part).collect::<Vec<_>>().join("\n").replace('│', " ")
    };
    flat(screen).contains(&flat(wanted)) || edges.windows(2).any(|pair| flat(&column(pair)).contains(&flat(wanted)))
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
