//! A strict reader of XML, and of HTML as far as the program writes it: what it does not expect is a fault.

#[derive(Clone, PartialEq, Debug)]
pub enum Event {
    Open(String, Vec<(String, String)>),
    Close(String),
    Text(String),
}

/// Elements of HTML that are never closed.
const VOID: [&str; 4] = ["meta", "col", "hr", "br"];

pub fn xml(text: &str) -> Vec<Event> {
    let body = text
        .strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
        .expect("says that it is XML");
    events(body, false).unwrap_or_else(|fault| panic!("{fault}"))
}

pub fn html(text: &str) -> Vec<Event> {
    events(text.strip_prefix("<!DOCTYPE html>").expect("says that it is HTML"), true)
        .unwrap_or_else(|fault| panic!("{fault}"))
}

fn events(text: &str, is_html: bool) -> Result<Vec<Event>, String> {
    let (mut found, mut open, mut rest) = (Vec::new(), Vec::<String>::new(), text.trim_end());
    while !rest.is_empty() {
        let Some(tag) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            let said = decoded(&rest[..end])?;
            if open.is_empty() && !said.trim().is_empty() {
                return Err(format!("text outside: {said:?}"));
            }
            found.push(Event::Text(said));
            rest = &rest[end..];
            continue;
        };
        let end = tag.find('>').ok_or("a tag without an end")?;
        let (inside, behind) = (&tag[..end], &tag[end + 1..]);
        rest = behind;
        if let Some(name) = inside.strip_prefix('/') {
            if open.pop().as_deref() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            found.push(Event::Close(name.to_owned()));
            continue;
        }
        let (inside, is_empty) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
        let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
        if name.is_empty() || !name.chars().all(|sign| sign.is_ascii_alphanumeric() || ":.-".contains(sign)) {
            return Err(format!("no name: {name:?}"));
        }
        found.push(Event::Open(name.to_owned(), attributes_of(attributes)?));
        if is_empty || is_html && VOID.contains(&name) {
            found.push(Event::Close(name.to_owned()));
        } else if is_html && name == "style" {
            let end = rest.find("</style").ok_or("a style without an end")?;
            found.push(Event::Text(rest[..end].to_owned()));
            open.push(name.to_owned());
            rest = &rest[end..];
        } else {
            open.push(name.to_owned());
        }
    }
    if open.is_empty() { Ok(found) } else { Err(format!("not closed: {open:?}")) }
}

fn attributes_of(text: &str) -> Result<Vec<(String, String)>, String> {
    let (mut found, mut rest) = (Vec::<(String, String)>::new(), text.trim());
    while !rest.is_empty() {
        let (name, behind) = rest.split_once("=\"").ok_or_else(|| format!("no value: {rest:?}"))?;
        let (value, behind) = behind.split_once('"').ok_or_else(|| format!("no end: {rest:?}"))?;
        if found.iter().any(|(known, _)| known == name) || name.contains(char::is_whitespace) {
            return Err(format!("attribute {name:?}"));
        }
        found.push((name.to_owned(), decoded(value)?));
        rest = behind.trim_start();
    }
    Ok(found)
}

fn decoded(text: &str) -> Result<String, String> {
    if let Some(sign) =
        text.chars().find(|sign| *sign < ' ' && *sign != '\n' || matches!(sign, '\u{FFFE}' | '\u{FFFF}' | '<'))
    {
        return Err(format!("U+{:04X} in {text:?}", u32::from(sign)));
    }
    let mut out = String::new();
    for (at, part) in text.split('&').enumerate() {
        if at == 0 {
            out.push_str(part);
            continue;
        }
        let (name, behind) = part.split_once(';').ok_or_else(|| format!("a bare & in {text:?}"))?;
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            other => return Err(format!("&{other};")),
        });
        out.push_str(behind);
    }
    Ok(out)
}

pub fn opened<'a>(events: &'a [Event], name: &'a str) -> impl Iterator<Item = &'a [(String, String)]> {
    events.iter().filter_map(move |event| match event {
        Event::Open(own, attributes) if own == name => Some(attributes.as_slice()),
        _ => None,
    })
}

pub fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
}

/// The words in each element of a name, however deep.
pub fn texts(events: &[Event], name: &str) -> Vec<String> {
    let (mut found, mut depth, mut words) = (Vec::new(), 0, String::new());
    for event in events {
        match event {
            Event::Open(own, _) if own == name => depth += 1,
            Event::Close(own) if own == name => {
                depth -= 1;
                if depth == 0 {
                    found.push(super::hostile::words(&std::mem::take(&mut words)));
                }
            }
            Event::Text(text) if depth > 0 => words.push_str(text),
            _ => {}
        }
    }
    found
}

/// All words, with a blank at each end of an element that stands apart.
pub fn all_words(events: &[Event], within_a_line: &[&str]) -> String {
    let mut words = String::new();
    for event in events {
        match event {
            Event::Text(text) => words.push_str(text),
            Event::Open(name, _) | Event::Close(name) if !within_a_line.contains(&name.as_str()) => words.push(' '),
            _ => {}
        }
    }
    super::hostile::words(&words)
}
