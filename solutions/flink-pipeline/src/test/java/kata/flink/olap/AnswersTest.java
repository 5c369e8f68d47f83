package kata.flink.olap;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
