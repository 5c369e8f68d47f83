package kata.kafka.topics;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
