package kata.flink.functions;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
