package kata.flink.capstone;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
