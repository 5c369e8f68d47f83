package kata.flink.transactions;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
