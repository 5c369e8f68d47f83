package kata.flink.session;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
