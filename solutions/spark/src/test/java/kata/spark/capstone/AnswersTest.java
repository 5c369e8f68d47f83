package kata.spark.capstone;

import kata.harness.proof.TopicAnswers;

class AnswersTest extends TopicAnswers {}
