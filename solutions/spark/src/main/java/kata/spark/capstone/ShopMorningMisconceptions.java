package kata.spark.capstone;
public final class ShopMorningMisconceptions {}
