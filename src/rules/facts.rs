//! The facts a rule may ask for with `needs` and `unless`. Read by the build too, so that a misspelt fact stops it.

/// A set of facts, one bit each.
#[allow(dead_code, reason = "the build counts facts, the core sets their bits")]
pub(crate) type FactSet = u128;

macro_rules! facts {
    ($($name:ident = $id:literal,)*) => {
        /// One thing that is known of a sentence, a match or the draft; `docs/rules-format.md` says what each means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(dead_code, reason = "the build knows facts by their id only")]
        pub(crate) enum Fact { $(#[doc = $id] $name,)* }

        /// The ids of all facts, in the order of their bits.
        #[allow(dead_code, reason = "only the build reads ids")]
        pub(crate) const FACT_IDS: &[&str] = &[$($id,)*];
    };
}

facts! {
    AboutPatient = "about:patient",
    AboutRelative = "about:relative",
    AboutColleague = "about:colleague",
    AboutPublicFigure = "about:public-figure",
    AboutReader = "about:reader",
    AboutAuthor = "about:author",
    AboutPublic = "about:public",
    AboutPerson = "about:person",
    OwnFamily = "about:own-family",
    Care = "care",
    AuthorSpeaksOfSelf = "self",
    Negated = "negated",
    Denied = "denied",
    Suffered = "suffered",
    Quoted = "quoted",
    Hypothetical = "hypothetical",
    Teaching = "teaching",
    Historical = "historical",
    Statistic = "statistic",
    CounterSpeech = "counter-speech",
    FirstPersonIllness = "first-person-illness",
    Question = "question",
    Clinical = "clinical",
    Sourced = "sourced",
    Consent = "consent",
    VagueConsent = "vague-consent",
    Hedged = "hedged",
    Declared = "declared",
    OffersCare = "offers-care",
    HealthWork = "health-work",
    ApprovedAdvert = "approved-advert",
    Animal = "animal",
    DraftPatient = "draft:patient",
    DraftRelative = "draft:relative",
    DraftColleague = "draft:colleague",
    DraftClinical = "draft:clinical",
    DraftSourced = "draft:sourced",
    DraftConsent = "draft:consent",
    Reply = "reply",
    ReplyCriticism = "reply:criticism",
    ReplyAdviceRequest = "reply:advice-request",
    ReplyMockery = "reply:mockery",
    ReplyPatient = "reply:patient",
    SurfacePost = "surface:post",
    SurfaceComment = "surface:comment",
    SurfaceReply = "surface:reply",
    SurfaceMessage = "surface:message",
    SurfaceGroupPost = "surface:group-post",
    AudiencePublic = "audience:public",
    AudienceFriends = "audience:friends",
    AudienceConnections = "audience:connections",
    AudienceGroup = "audience:group",
    AudienceMessage = "audience:message",
    AudienceOnlyMe = "audience:only-me",
    AudienceUnknown = "audience:unknown",
    SiteFacebook = "site:facebook",
    SiteX = "site:x",
    SiteLinkedin = "site:linkedin",
    SiteOther = "site:other",
    JurisdictionUk = "jurisdiction:UK",
    JurisdictionIe = "jurisdiction:IE",
    JurisdictionHk = "jurisdiction:HK",
    JurisdictionMy = "jurisdiction:MY",
    JurisdictionSg = "jurisdiction:SG",
    JurisdictionZa = "jurisdiction:ZA",
    JurisdictionNz = "jurisdiction:NZ",
    JurisdictionAu = "jurisdiction:AU",
    JurisdictionUs = "jurisdiction:US",
    JurisdictionCa = "jurisdiction:CA",
    AttachmentImage = "attachment:image",
    AttachmentVideo = "attachment:video",
    AttachmentDocument = "attachment:document",
    AttachmentOther = "attachment:other",
}

/// The set that holds only the fact with this id, if there is such a fact.
#[cfg(test)]
pub(crate) fn fact_by_id(id: &str) -> Option<FactSet> {
    FACT_IDS.iter().position(|known| *known == id).map(|bit| 1 << bit)
}
