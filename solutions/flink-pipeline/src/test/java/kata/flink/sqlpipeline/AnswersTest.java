package kata.flink.sqlpipeline;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
