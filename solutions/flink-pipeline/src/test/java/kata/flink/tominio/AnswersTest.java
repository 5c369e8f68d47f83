package kata.flink.tominio;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
