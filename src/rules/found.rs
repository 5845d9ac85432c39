//! Where rules put what they find.

use super::in_place::{begins_large, capitalised, with_capital, with_one_space};
use super::{Context, FixText, Over, Rule, replies};
use crate::category::Category;
use crate::identifiers::{Confidence, Identifier, Kind};
use crate::profile::Profile;
use crate::report::{Consent, Estimate, Finding, Fix, Severity, in_context};
use crate::rules::facts::Fact;
use crate::text::Span;
use std::borrow::Cow;
use std::cell::OnceCell;

/// One hit of a rule. What is left out is the rule's own.
#[derive(Default)]
pub(crate) struct Hit {
    pub(crate) span: Span,
    pub(crate) severity: Option<Severity>,
    pub(crate) message: Option<Cow<'static, str>>,
    pub(crate) fixes: Option<Vec<Fix>>,
    /// Whether the match ends where its pattern had taken enough words, not where the clause ends.
    pub(super) is_cut: bool,
    pub(super) fix_texts: Option<&'static [FixText]>,
    pub(crate) estimate: Option<Estimate>,
}

impl Hit {
    /// A hit in the rule's own words.
    pub(crate) fn at(span: Span) -> Self {
        Hit { span, ..Hit::default() }
    }
}

/// Collects the findings of all rules.
pub(crate) struct Found<'a> {
    cx: &'a Context<'a>,
    rule: &'static Rule,
    consent: Consent,
    findings: Vec<Finding>,
    /// The places of findings that are not believed.
    taken_back: Vec<usize>,
    /// What rules find that are switched off: nothing is said of it, under another rule either.
    silenced: Vec<(Category, Span)>,
    /// The original in UTF-16, made when the first fix needs it.
    units: OnceCell<Vec<u16>>,
}

impl<'a> Found<'a> {
    pub(crate) fn new(cx: &'a Context<'a>) -> Self {
        let consent = if cx.draft.consent_recorded || cx.draft_has(Fact::DraftConsent) {
            Consent::Specific
        } else if cx.draft_has(Fact::VagueConsent) {
            Consent::Vague
        } else {
            Consent::None
        };
        Found {
            cx,
            rule: &super::all()[0],
            consent,
            findings: Vec::new(),
            taken_back: Vec::new(),
            silenced: Vec::new(),
            units: OnceCell::new(),
        }
    }

    /// Reports in the running rule's own words.
    pub(crate) fn at(&mut self, span: Span) {
        self.add(Hit::at(span));
    }

    /// Reports the identifiers of these kinds that `concern` holds of, each by its own name. What a check digit or a naming word
    /// confirms has the rule's severity, what only looks like a number a step less. Contacts that are open to everyone are left out.
    pub(crate) fn identifiers(&mut self, kinds: &[Kind], concern: impl Fn(&Identifier, usize) -> bool) {
        let cx = self.cx;
        for (seen, span) in &cx.identifiers {
            let Some(token) = cx.text.token_at(*span) else { continue };
            if !kinds.contains(&seen.kind) || seen.public_line || !concern(seen, token) {
                continue;
            }
            let severity = match seen.confidence {
                Confidence::Weak if seen.kind == Kind::UnlabelledNumber => Severity::Note,
                Confidence::Weak => self.rule.severity.min(Severity::Warn),
                Confidence::Fair | Confidence::Strong => self.rule.severity,
            };
            let message = format!("This looks like {}. {}", seen.kind.with_article(), self.rule.message);
            self.add(Hit {
                severity: Some(severity),
                message: Some(message.into()),
                ..Hit::at(*span)
            });
        }
    }

    /// Reports a hit of the running rule.
    pub(crate) fn add(&mut self, hit: Hit) {
        if hit.span.is_empty() {
            return;
        }
        let rule = self.rule;
        if self.cx.profile.has_off(rule.id) {
            self.silenced.push((rule.category, hit.span));
            return;
        }
        let severity = in_context(
            hit.severity.unwrap_or(rule.severity),
            rule.category,
            self.cx.draft,
            self.consent,
        );
        let texts = hit.fix_texts.unwrap_or(&rule.fixes);
        let mut fixes = hit.fixes.unwrap_or_else(|| {
            let mut fixes: Vec<Fix> = Vec::with_capacity(texts.len());
            for text in texts.iter().filter(|text| !self.has_been_asked(text)) {
                let fix = self.fix(text, hit.span, hit.is_cut);
                let known = |fixed: &Fix| fixed.span == fix.span && fixed.replacement == fix.replacement;
                if !fixes.iter().any(known) {
                    fixes.push(fix);
                }
            }
            fixes
        });
        for reply in replies::fitting(&rule.replies, self.cx.draft_facts()) {
            fixes.push(Fix {
                span: Some(self.cx.text.all()).filter(|all| *all != hit.span),
                ..reply.fix(self.cx.profile)
            });
        }
        self.findings.push(Finding {
            rule: rule.id,
            category: rule.category,
            severity,
            span: hit.span,
            message: hit.message.unwrap_or(Cow::Borrowed(rule.message)),
            why: rule.why,
            guidance: Vec::new(),
            fixes,
            estimate: hit.estimate,
        });
    }

    /// The findings so far; their places are their numbers.
    pub(crate) fn so_far(&self) -> &[Finding] {
        &self.findings
    }

    /// Where findings of this category touch these words.
    pub(crate) fn spoken_of(&self, category: Category, words: Span) -> impl Iterator<Item = Span> {
        let of_category = self.findings.iter().filter(move |finding| finding.category == category);
        of_category
            .map(|finding| finding.span)
            .filter(move |span| span.overlaps(words))
    }

    /// Whether a rule of this category that is switched off would speak of some of these words.
    pub(crate) fn is_silenced(&self, category: Category, words: Span) -> bool {
        self.silenced
            .iter()
            .any(|(of, span)| *of == category && span.overlaps(words))
    }

    /// Makes a finding as severe as this, in the draft's context, unless it is already.
    pub(crate) fn raise(&mut self, at: usize, severity: Severity) {
        let finding = &mut self.findings[at];
        let severity = in_context(severity, finding.category, self.cx.draft, self.consent);
        finding.severity = finding.severity.max(severity);
    }

    /// Makes a finding no more severe than this.
    pub(crate) fn lower(&mut self, at: usize, most: Severity) {
        let finding = &mut self.findings[at];
        finding.severity = finding.severity.min(most);
    }

    /// Says nothing of a finding after all. Its place stays, so that the others' do.
    pub(crate) fn take_back(&mut self, at: usize) {
        self.taken_back.push(at);
    }

    /// Says which rule runs.
    pub(crate) fn of(&mut self, rule: &'static Rule) {
        self.rule = rule;
    }

    /// All findings, unmerged.
    pub(crate) fn into_findings(self) -> Vec<Finding> {
        let places = self.findings.into_iter().enumerate();
        places
            .filter(|(at, _)| !self.taken_back.contains(at))
            .map(|(_, finding)| finding)
            .collect()
    }

    /// A fix that takes these characters out, with one of the spaces around them.
    pub(crate) fn removal(&self, title: &str, over: Span) -> Fix {
        Fix {
            title: title.to_owned(),
            replacement: String::new(),
            span: Some(with_one_space(self.units(), over)),
            reply: false,
        }
    }

    /// Whether the draft has the place that this fix would leave for the author to fill in.
    fn has_been_asked(&self, fix: &FixText) -> bool {
        const PLACE: &str = "[link]";
        fix.replacement.contains(PLACE) && self.cx.draft.text.contains(PLACE)
    }

    fn units(&self) -> &[u16] {
        self.units.get_or_init(|| self.cx.draft.text.encode_utf16().collect())
    }

    fn fix(&self, text: &FixText, span: Span, is_cut: bool) -> Fix {
        let whole = span;
        let span = if is_cut {
            self.cx.text.without_next_clause(span)
        } else {
            span
        };
        let over = match text.over {
            Over::Match if text.replacement.is_empty() => self.cx.text.clauses_around(span).unwrap_or(span),
            Over::Match if is_cut => self.cx.text.to_clause_end(span),
            Over::Match => span,
            Over::Clause => self.cx.text.clauses(span),
            Over::Sentence => self.cx.text.sentence_around(span),
            Over::Draft => self.cx.text.all(),
        };
        let units = self.units();
        let mut replacement = text.replacement.to_owned();
        if replacement.contains("$0") {
            let named = if matches!(text.over, Over::Match) { over } else { span };
            replacement = replacement.replace(
                "$0",
                &String::from_utf16_lossy(&units[named.start as usize..named.end as usize]),
            );
        }
        replacement = with_contact(&replacement, self.cx.profile);
        let over = if replacement.is_empty() {
            let over = with_one_space(units, over);
            let (over, capital) = with_capital(units, over);
            replacement = capital;
            over
        } else {
            if over.start == self.cx.text.sentence_around(over).start && begins_large(units, over) {
                replacement = capitalised(&replacement);
            }
            over
        };
        Fix {
            title: text.title.to_owned(),
            replacement,
            span: Some(over).filter(|over| *over != whole),
            reply: false,
        }
    }
}

/// A replacement with what the user told us for `{contact}`.
pub(super) fn with_contact(text: &str, profile: &Profile) -> String {
    let known = profile.contact_line.as_deref().or(profile.practice.as_deref());
    text.replace("{contact}", known.unwrap_or("our office"))
}
