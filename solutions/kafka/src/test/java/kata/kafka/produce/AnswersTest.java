package kata.kafka.produce;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
