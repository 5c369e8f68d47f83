package kata.kafka.consume;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
